#pragma once

#include <system_error>

namespace broadside {

/// Whether a file may be had, or kept, a while later with nothing changed: disks fill and are
/// emptied, network file systems come back, too many open files are closed.
bool may_pass(const std::error_code& why);

}  // namespace broadside
