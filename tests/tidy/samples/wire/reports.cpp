// blamed: wire may not include report: report/summary.hpp
#include "report/summary.hpp"
