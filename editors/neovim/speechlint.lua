--- Speechlint in Neovim's own language client (0.7 or later).
---
--- Put this file into `lua/` of your configuration and call it from `init.lua`:
---
---     require("speechlint").setup()
---     require("speechlint").setup({ settings = { ignore = { "PAR" }, inlayHints = true } })
---
--- `settings` takes the keys of `speechlint.toml`, and `inlayHints`, `isolated` and `configuration`.

local M = {}

local defaults = {
  cmd = { "speechlint", "server" },
  filetypes = { "text", "markdown" },
  root_markers = { "speechlint.toml", ".speechlint.toml", "pyproject.toml", ".git" },
  settings = {},
}

--- The nearest folder above a file that holds a configuration or a repository, else its own folder.
local function root_of(path, markers)
  local folder = vim.fn.fnamemodify(path, ":p:h")
  local place = folder
  while true do
    for _, marker in ipairs(markers) do
      local found = place .. "/" .. marker
      if vim.fn.filereadable(found) == 1 or vim.fn.isdirectory(found) == 1 then
        return place
      end
    end
    local above = vim.fn.fnamemodify(place, ":h")
    if above == place then
      return folder
    end
    place = above
  end
end

local clients = {}

--- The client of a folder, started when its first draft is opened.
local function client_for(root, options)
  local known = clients[root]
  if known and vim.lsp.get_client_by_id(known) then
    return known
  end
  clients[root] = vim.lsp.start_client({
    name = "speechlint",
    cmd = options.cmd,
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    -- An empty table of Lua would be sent as a list.
    init_options = next(options.settings) and options.settings or vim.empty_dict(),
    settings = { speechlint = next(options.settings) and options.settings or vim.empty_dict() },
    capabilities = vim.lsp.protocol.make_client_capabilities(),
    on_attach = options.on_attach,
  })
  return clients[root]
end

--- Check the drafts that are opened from now on, and those that are open.
function M.setup(options)
  options = vim.tbl_deep_extend("force", defaults, options or {})
  local function attach(buffer)
    local path = vim.api.nvim_buf_get_name(buffer)
    local root = root_of(path ~= "" and path or vim.fn.getcwd() .. "/-", options.root_markers)
    local client = client_for(root, options)
    if client then
      vim.lsp.buf_attach_client(buffer, client)
    end
  end
  vim.api.nvim_create_autocmd("FileType", {
    group = vim.api.nvim_create_augroup("speechlint", { clear = true }),
    pattern = options.filetypes,
    callback = function(event)
      attach(event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local filetype = vim.api.nvim_buf_get_option(buffer, "filetype")
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(options.filetypes, filetype) then
      attach(buffer)
    end
  end
end

return M
