#pragma once

// blamed: domain may not include room: room/room.hpp
#include "room/room.hpp"
