#include "app/exports/child.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

namespace atelier::app::exports {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int cannot_run = 127;
constexpr auto look_again = std::chrono::milliseconds(5);

/// Without its limits nothing is run.
void bound(__rlimit_resource_t what, std::size_t most) {
    const rlimit limit{most, most};
    if (::setrlimit(what, &limit) != 0) ::_exit(cannot_run);
}

/// All that the child needs, made before it starts: nothing may be allocated in it.
struct Start {
    const char* program;
    const char* folder;
    char* const* arguments;
    char* const* environment;
    const Limits& limits;
    sigset_t signals;  ///< of who started it
};

/// What happens in the child: only calls that are safe between fork and exec, and no change to
/// anything that the parent sees, whose memory it is.
[[noreturn]] void become(const Start& start) {
    const auto& [program, folder, arguments, environment, limits, signals] = start;
    ::setpgid(0, 0);
    if (::chdir(folder) != 0) ::_exit(cannot_run);
    const int nothing = ::open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) ::dup2(nothing, stream);
    ::close_range(3, ~0U, 0);
    bound(RLIMIT_CPU, static_cast<std::size_t>(limits.time.count()) * 4);  // of all its threads
    bound(RLIMIT_FSIZE, limits.file_bytes);
    bound(RLIMIT_CORE, 0);
    if (limits.memory_bytes > 0) bound(RLIMIT_AS, limits.memory_bytes);
    ::pthread_sigmask(SIG_SETMASK, &signals, nullptr);
    ::execve(program, arguments, environment);
    ::_exit(cannot_run);
}

/// A copy of the server's page tables, as fork() makes it, would make every live thread fault on each
/// page it writes next; vfork() has the memory shared until the program runs, while this thread alone
/// waits. No signal may run a handler of ours in there.
pid_t launch(Start& start) {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, &start.signals);
    const pid_t child = ::vfork();
    if (child == 0) become(start);
    ::pthread_sigmask(SIG_SETMASK, &start.signals, nullptr);
    return child;
}

/// Waits for the child; kills all of its group when the time is over or someone says stop.
base::Result<base::Done, ChildFailure> wait_for(pid_t child, const Limits& limits,
                                                const std::atomic<bool>& stop) {
    const auto end = Clock::now() + limits.time;
    for (;;) {
        int status = 0;
        const pid_t done = ::waitpid(child, &status, WNOHANG);
        if (done == child) {
            ::kill(-child, SIGKILL);  // what it may have left running
            if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return base::Done{};
            const bool missing = WIFEXITED(status) && WEXITSTATUS(status) == cannot_run;
            return missing ? ChildFailure::not_started : ChildFailure::failed;
        }
        const bool over = Clock::now() >= end;
        if (!over && !stop.load()) {
            std::this_thread::sleep_for(look_again);
            continue;
        }
        ::kill(-child, SIGKILL);
        ::kill(child, SIGKILL);
        ::waitpid(child, &status, 0);
        return over ? ChildFailure::too_long : ChildFailure::stopped;
    }
}

}  // namespace

Scratch::Scratch() {
    std::error_code error;
    const fs::path parent = fs::temp_directory_path(error);
    std::string pattern = (error ? fs::path("/tmp") : parent) / "atelier-export-XXXXXX";
    if (::mkdtemp(pattern.data())) path_ = pattern;
}

Scratch::~Scratch() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
}

bool Scratch::write(std::string_view name, std::string_view bytes) const {
    std::ofstream out(path_ / name, std::ios::binary);
    out << bytes;
    out.close();
    return static_cast<bool>(out);
}

std::string Scratch::read(std::string_view name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    std::ostringstream out;
    if (in) out << in.rdbuf();
    return std::move(out).str();
}

base::Result<base::Done, ChildFailure> run_child(const std::vector<std::string>& command,
                                                 const fs::path& folder, const Limits& limits,
                                                 const std::atomic<bool>& stop) {
    const fs::path program = command.empty() ? fs::path() : find_program(command.front());
    if (program.empty() || folder.empty()) return ChildFailure::not_started;
    std::vector<std::string> texts = command;
    std::vector<char*> arguments;
    for (std::string& text : texts) arguments.push_back(text.data());
    arguments.push_back(nullptr);
    std::array<std::string, 7> settings{
        "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8",
        "HOME=" + folder.string(),           "TMPDIR=" + folder.string(),
        "XDG_CACHE_HOME=" + folder.string(), "XDG_CONFIG_HOME=" + folder.string(),
        "SOURCE_DATE_EPOCH=315532800"};
    std::vector<char*> environment;
    for (std::string& text : settings) environment.push_back(text.data());
    environment.push_back(nullptr);
    const std::string path = program.string(), place = folder.string();
    Start start{path.c_str(), place.c_str(), arguments.data(), environment.data(), limits, {}};
    const pid_t child = launch(start);
    if (child < 0) return ChildFailure::not_started;
    return wait_for(child, limits, stop);
}

fs::path find_program(std::string_view name) {
    for (const auto* folder : {"/usr/local/bin", "/usr/bin", "/bin"}) {
        fs::path found = fs::path(folder) / name;
        if (::access(found.c_str(), X_OK) == 0) return found;
    }
    return {};
}

}  // namespace atelier::app::exports
