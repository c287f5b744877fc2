// blamed: journal knows no SQL: sqlite3.h
// blamed: journal may not include room: room/room.hpp
#include <sqlite3.h>

#include "room/room.hpp"
