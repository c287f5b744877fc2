// blamed: room knows neither Asio nor Beast: boost/asio/post.hpp
// blamed: room has no clock, chance, thread, socket or file: mutex
#include <boost/asio/post.hpp>
#include <mutex>
