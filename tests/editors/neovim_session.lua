-- What a writer does in Neovim; every line that is printed is looked at by the test.

local function say(name, value)
  io.stdout:write(name .. "\t" .. vim.fn.json_encode(value) .. "\n")
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, diagnostic.code or diagnostic.user_data.lsp.code)
  end
  table.sort(found)
  return found
end

local function wait(condition)
  return vim.wait(20000, condition, 50)
end

local chosen = ""
vim.ui.select = function(items, options, choose)
  local titles = {}
  for _, item in ipairs(items) do
    local title = options.format_item(item)
    table.insert(titles, title)
    if title:find(chosen, 1, true) then
      choose(item)
      return
    end
  end
  say("titles", titles)
end

local function act(title, line)
  chosen = title
  vim.api.nvim_win_set_cursor(0, { line, 0 })
  local before = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  return wait(function()
    return vim.api.nvim_buf_get_changedtick(0) ~= before
  end)
end

require("speechlint").setup({
  cmd = { vim.env.SPEECHLINT_PYTHON, "-m", "speechlint", "server" },
  settings = { language = "zh" },
})
vim.cmd("edit " .. vim.env.SPEECHLINT_DRAFT)
say("found", wait(function() return #vim.diagnostic.get(0) > 0 end))
say("codes", codes())
say("column", vim.diagnostic.get(0)[1].col)

say("symbols asked", true)
vim.lsp.buf.document_symbol()
wait(function() return #vim.fn.getqflist() + #vim.fn.getloclist(0) > 0 end)
local names = {}
for _, list in ipairs({ vim.fn.getqflist(), vim.fn.getloclist(0) }) do
  for _, entry in ipairs(list) do
    table.insert(names, entry.text)
  end
end
say("symbols", names)
vim.cmd("wincmd t")

say("fixed", act("NUM001：把", 7))
say("line", vim.api.nvim_buf_get_lines(0, 6, 7, false)[1])
vim.cmd("undo")
wait(function() return vim.tbl_contains(codes(), "NUM001") end)
say("acted", act("重排", 7))
say("lines", vim.api.nvim_buf_get_lines(0, 0, -1, false))
say("mended", wait(function() return not vim.tbl_contains(codes(), "NUM001") end))
say("left", codes())
vim.cmd("qall!")
