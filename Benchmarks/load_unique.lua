-- wrk's script: a POST whose form differs with every request, and the figures in one line.
--
--   wrk … --script load_unique.lua URL -- name=value     a number is put behind the value

local count = 0
local form

function init(arguments)
   form = arguments[1]
   wrk.method = "POST"
   wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
   -- Different from any other run.
   count = os.time() % 100000 * 100000
end

function request()
   count = count + 1
   return wrk.format(nil, nil, nil, form .. "%20" .. count)
end

function done(summary, latency, requests)
   local errors = summary.errors
   io.write(string.format(
      "figures requests=%d microseconds=%d p50=%d p99=%d failed=%d\n",
      summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
      errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
