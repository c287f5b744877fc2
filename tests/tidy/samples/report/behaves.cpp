// Nothing to blame here.
#include <nlohmann/json.hpp>
#include <string>

#include "domain/workshop.hpp"
#include "wire/enums.hpp"
