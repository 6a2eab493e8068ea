-- Run by neovim.test.mjs in a headless Neovim, after the snippet of docs/editors.md: uses the client as a person does, and writes
-- what became of it as JSON. Every wait is for something to be there; what does not come is told by its absence.
local results = { version = tostring(vim.fn.matchstr(vim.fn.execute('version'), 'v\\d\\+\\.\\d\\+\\.\\d\\+')) }
local patience = 20000

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

local function find(text)
  for number, line in ipairs(lines()) do
    local column = line:find(text, 1, true)
    if column then
      return number, column - 1
    end
  end
  error('the list has no ' .. text)
end

local function go_to(text)
  local number, column = find(text)
  vim.api.nvim_win_set_cursor(0, { number, column })
end

-- diagnostics: pushed to an old client, pulled by a new one
local function diagnostics()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    local code = each.code or (each.user_data and each.user_data.lsp and each.user_data.lsp.code)
    table.insert(found, { code = code, source = each.source, message = each.message, line = each.lnum, column = each.col })
  end
  table.sort(found, function(a, b)
    return a.line < b.line
  end)
  return found
end

-- chooses the code action of this title, as a person would in the list that Neovim shows
local function choose(title)
  results.offered = {}
  vim.ui.select = function(items, options, on_choice)
    for _, item in ipairs(items) do
      local shown = options.format_item and options.format_item(item) or tostring(item)
      table.insert(results.offered, shown)
      if shown == title then
        return on_choice(item)
      end
    end
    on_choice(nil)
  end
end

local function answer(method, params)
  for _, reply in pairs(vim.lsp.buf_request_sync(0, method, params, patience) or {}) do
    return reply.result
  end
end

local function position_params(client)
  return vim.lsp.util.make_position_params(0, client.offset_encoding)
end

local function work()
  vim.wait(patience, function()
    return #vim.diagnostic.get(0) > 0
  end)
  results.diagnostics = diagnostics()
  local client = clients()[1]

  results.symbols = vim.tbl_map(function(symbol)
    return symbol.name
  end, answer('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() }) or {})

  go_to('Description')
  choose(vim.env.IDEA_FILES_ACTION)
  local before = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  vim.wait(patience, function()
    return vim.api.nvim_buf_get_changedtick(0) > before
  end)
  results.fixed = lines()
  vim.wait(patience, function()
    return #vim.diagnostic.get(0) < #results.diagnostics
  end)
  results.left = diagnostics()

  local number = find('- Mentor(s):')
  vim.api.nvim_buf_set_lines(0, number - 1, number - 1, false, { '- Rec' })
  vim.api.nvim_win_set_cursor(0, { number, 5 })
  -- a cursor of normal mode stands on a letter, completion is asked for behind it
  local params = position_params(client)
  params.position.character = 5
  local found = answer('textDocument/completion', params) or {}
  results.completion = vim.tbl_map(function(item)
    return vim.trim(item.label)
  end, found.items or found)
  vim.api.nvim_buf_set_lines(0, number - 1, number, false, {})

  go_to('Sign what is copied')
  local tick = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.rename('Sign each copy')
  vim.wait(patience, function()
    return vim.api.nvim_buf_get_changedtick(0) > tick
  end)
  results.renamed = lines()

  client.stop()
  vim.wait(patience, function()
    return #clients() == 0
  end)
  results.stopped = #clients() == 0
end

local ok, failure = pcall(work)
if not ok then
  results.failure = tostring(failure)
end
vim.fn.writefile({ vim.fn.json_encode(results) }, vim.env.IDEA_FILES_RESULTS)
vim.cmd('qall!')
