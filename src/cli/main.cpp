#include <csignal>

#include <fcntl.h>

#include "cli/run.hpp"

namespace {

/// A closed standard stream would hand its number to the next file opened, and messages would end
/// up in it.
void occupy_standard_streams() {
    for (int descriptor = 0; descriptor <= 2; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) < 0) static_cast<void>(::open("/dev/null", O_RDONLY));
    }
}

}  // namespace

int main(int argc, char** argv) {
    occupy_standard_streams();
    // A reader that goes away is an error to report, not a reason to die before temporary files are
    // gone.
    std::signal(SIGPIPE, SIG_IGN);
    // So is a file that may not grow any further (ulimit -f).
    std::signal(SIGXFSZ, SIG_IGN);
    return broadside::cli::run(argc, argv);
}
