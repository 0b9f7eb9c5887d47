-- {{< backstep mazur step=21 >}}: a moment, as the element <backstep-embed> where the format runs scripts, else as a
-- picture with its address. The option names are those of the server's addresses, in parameters.json.

local ELEMENT_ONLY = { height = true, title = true }
local SET_BY_ELEMENT = { v = true, id = true, origin = true }

local function text_of(value)
  return value == nil and "" or pandoc.utils.stringify(value)
end

local function parameters()
  local file = assert(io.open(quarto.utils.resolve_path("parameters.json"), "r"))
  local schema = quarto.json.decode(file:read("a"))
  file:close()
  return schema.properties
end

local KNOWN = parameters()
local is_script_loaded = false

local function warn(message)
  quarto.log.warning(quarto.doc.input_file .. ": backstep: " .. message)
end

local function trimmed(text)
  return (text:gsub("^%s+", ""):gsub("%s+$", ""))
end

local function names_of(tbl)
  local names = {}
  for name in pairs(tbl) do
    if not SET_BY_ELEMENT[name] then names[#names + 1] = name end
  end
  table.sort(names)
  return table.concat(names, ", ")
end

local function texts_of(values)
  local texts = {}
  for _, value in ipairs(values) do texts[#texts + 1] = tostring(value) end
  return texts
end

local function warn_of_values(name, text)
  local part = KNOWN[name].items or KNOWN[name]
  if not part.enum then return end
  local values = texts_of(part.enum)
  local entries = KNOWN[name].items and text:gmatch("[^,]+") or function(_, last) return last == nil and text or nil end
  for entry in entries do
    if not pandoc.List(values):includes(trimmed(entry)) then
      warn(name .. ': unknown value "' .. trimmed(entry) .. '"; there are ' .. table.concat(values, ", "))
    end
  end
end

-- The options as texts, by name, with the preset that is named first; each problem is reported.
local function options_of(args, kwargs)
  local options = {}
  if args[1] then options.preset = text_of(args[1]) end
  for name, value in pairs(kwargs) do options[name] = text_of(value) end
  for name, text in pairs(options) do
    if ELEMENT_ONLY[name] then goto continue end
    if KNOWN[name] and not SET_BY_ELEMENT[name] then
      warn_of_values(name, text)
    else
      warn('unknown option "' .. name .. '"; there are ' .. names_of(KNOWN) .. ", height, title")
      options[name] = nil
    end
    ::continue::
  end
  return options
end

local function encoded(text)
  return (text:gsub("[^%w%-_.~]", function(character) return string.format("%%%02X", character:byte()) end))
end

local function escaped(text)
  return (text:gsub("[&<>\"']", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;" }))
end

local function sorted(options)
  local names = {}
  for name in pairs(options) do names[#names + 1] = name end
  table.sort(names)
  return names
end

local function query_of(options)
  local pairs_of_query = {}
  for _, name in ipairs(sorted(options)) do
    if not ELEMENT_ONLY[name] then pairs_of_query[#pairs_of_query + 1] = name .. "=" .. encoded(options[name]) end
  end
  return table.concat(pairs_of_query, "&")
end

local function server_in(meta)
  local server = trimmed(text_of(meta["backstep-server"])):gsub("/+$", "")
  if server:match("^https?://[^%s\"'<>]+$") then return server end
  error('backstep: backstep-server in the document\'s metadata is not the address of a Backstep server, as in: '
    .. "backstep-server: https://backstep.example")
end

local function element(server, options, page, title)
  local attributes = { 'server="' .. escaped(server) .. '"' }
  for _, name in ipairs(sorted(options)) do attributes[#attributes + 1] = name .. '="' .. escaped(options[name]) .. '"' end
  return "<backstep-embed " .. table.concat(attributes, " ") .. '><a href="' .. escaped(page) .. '">' .. escaped(title) .. "</a></backstep-embed>"
end

local function load_script(server)
  if is_script_loaded then return end
  is_script_loaded = true
  quarto.doc.include_text("in-header", '<script src="' .. escaped(server) .. '/embed.js" async></script>')
end

local function picture(server, options, page, title)
  local image = pandoc.Image({ pandoc.Str(title) }, server .. "/picture.png?" .. query_of(options))
  return { pandoc.Para({ pandoc.Link({ image }, page) }), pandoc.Para({ pandoc.Link({ pandoc.Str(page) }, page) }) }
end

local function backstep(args, kwargs, meta)
  local server, options = server_in(meta), options_of(args, kwargs)
  local shown = options.lesson or options.preset
  options.title = options.title or (shown and "Backstep: " .. shown or "Backstep")
  local page = server .. (options.lesson and "/lessons/" .. encoded(options.lesson) or "/") .. "?" .. query_of(options)
  if not quarto.doc.is_format("html:js") then return picture(server, options, page, options.title) end
  load_script(server)
  return pandoc.RawBlock("html", element(server, options, page, options.title))
end

return { ["backstep"] = backstep }
