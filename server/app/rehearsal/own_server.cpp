#include "app/rehearsal/own_server.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

namespace atelier::app::rehearsal {
namespace {

/// In the new process: becomes the server, or ends.
[[noreturn]] void become_server(const std::string& folder, int output) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::dup2(output, STDOUT_FILENO);
    const std::array<const char*, 7> words{"atelier", "serve",        "--listen", "127.0.0.1:0",
                                           "--data",  folder.c_str(), nullptr};
    ::execv("/proc/self/exe", const_cast<char* const*>(words.data()));
    ::_exit(127);
}

}  // namespace

base::Result<OwnServer, std::string> OwnServer::start(const std::string& folder) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::string("cannot make a pipe");
    const pid_t process = ::fork();
    if (process == 0) become_server(folder, ends[1]);
    ::close(ends[1]);
    OwnServer out(process, ends[0]);
    if (process < 0) return std::string("cannot start a server");
    if (!out.read_url()) return std::string("the server did not start");
    return out;
}

/// The line "listening on URL", which is its first.
bool OwnServer::read_url() {
    constexpr std::string_view head = "listening on ";
    std::string line;
    char letter = 0;
    while (::read(output_, &letter, 1) == 1) {
        if (letter != '\n') {
            line += letter;
            continue;
        }
        if (!line.starts_with(head)) return false;
        url_ = line.substr(head.size());
        return true;
    }
    return false;
}

OwnServer::~OwnServer() {
    if (process_ > 0) {
        ::kill(process_, SIGTERM);
        ::waitpid(process_, nullptr, 0);
    }
    if (output_ >= 0) ::close(output_);
}

}  // namespace atelier::app::rehearsal
