#include "app/give_way.hpp"

#include <sched.h>

namespace atelier::app {

void give_way() {
    // A lower nice value still takes whole turns from a thread that wakes: seen as 20 ms for the last
    // reader of a post. An idle thread is put aside at once.
    const sched_param none{};
    ::sched_setscheduler(0, SCHED_IDLE, &none);
}

}  // namespace atelier::app
