// blamed: net may not include domain: domain/votes.hpp
// blamed: "socket.hpp" does not begin with a level
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include "domain/votes.hpp"
#include "socket.hpp"
