-- wrk's script: the same request over and over, and the figures in one line that a program reads.
--
--   wrk … --script load.lua URL                   GET
--   wrk … --script load.lua URL -- name=value     POST of that form, percent-encoded already

function init(arguments)
   if arguments[1] then
      wrk.method = "POST"
      wrk.body = arguments[1]
      wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
   end
end

function done(summary, latency, requests)
   local errors = summary.errors
   io.write(string.format(
      "figures requests=%d microseconds=%d p50=%d p99=%d failed=%d\n",
      summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
      errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
