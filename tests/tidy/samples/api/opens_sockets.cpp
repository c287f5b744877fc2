// A coroutine may be written here; what it waits for is opened elsewhere.
// blamed: api knows neither Asio nor Beast: boost/asio/ip/tcp.hpp
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
