-- Asks for the paths behind `--`, one after another, round and round.
local paths, at = {}, 0

function init(args)
  for i = 1, #args do paths[i] = wrk.format('GET', args[i]) end
end

function request()
  at = at % #paths + 1
  return paths[at]
end
