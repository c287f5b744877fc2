// blamed: net may not include domain: domain/votes.hpp
// blamed: "socket.hpp" does not begin with a level
#include "domain/votes.hpp"
#include "socket.hpp"
