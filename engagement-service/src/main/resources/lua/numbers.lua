-- Views, likes and comments of articles. ARGV: ids.
if not epoch then
  return {'lost'}
end
return {'found', redis.call('HMGET', at .. 'views', unpack(ARGV)), redis.call('HMGET', at .. 'likes', unpack(ARGV)),
  redis.call('HMGET', at .. 'comments', unpack(ARGV))}
