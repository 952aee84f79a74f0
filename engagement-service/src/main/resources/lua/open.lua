-- Makes a filled epoch the one that is counted in and read, unless another was quicker.
-- ARGV: epoch, next offset, clock, the lower bounds of 24h, 7d, 30d.
if epoch then
  return {'taken'}
end
redis.call('HSET', state, 'epoch', ARGV[1], 'next', ARGV[2], 'clock', ARGV[3], 'low:24h', ARGV[4], 'low:7d', ARGV[5],
  'low:30d', ARGV[6])
return {'opened'}
