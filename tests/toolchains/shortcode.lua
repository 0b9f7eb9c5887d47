-- Calls the Quarto shortcode in pandoc, with what it uses of Quarto's own library, and prints what it gives.
--
-- pandoc lua shortcode.lua FOLDER FORMAT SERVER FIRST NAME=VALUE…   (FIRST may be empty)

local folder, format, server, first = arg[1], arg[2], arg[3], arg[4]

quarto = {
  utils = { resolve_path = function(name) return folder .. "/" .. name end },
  json = pandoc.json,
  log = { warning = function(message) io.stderr:write("WARNING " .. message .. "\n") end },
  doc = {
    input_file = "course.qmd",
    is_format = function(name) return name == "html:js" and format == "html" end,
    include_text = function(location, text) print(location .. ": " .. text) end,
  },
}

local kwargs = {}
for at = 5, #arg do
  local name, value = arg[at]:match("^([^=]+)=(.*)$")
  kwargs[name] = pandoc.Inlines(value)
end
local args = first == "" and {} or { pandoc.Inlines(first) }
local shortcodes = dofile(folder .. "/backstep.lua")
local blocks = shortcodes["backstep"](args, kwargs, { ["backstep-server"] = pandoc.Inlines(server) })
print(pandoc.write(pandoc.Pandoc(blocks), format))
