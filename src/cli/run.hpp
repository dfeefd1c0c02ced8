#pragma once

namespace broadside::cli {

/// Exit codes: 0 done, 1 the input has errors, 2 the command line has, 3 the content does not fit,
/// 130 stopped by a signal.
int run(int argc, const char* const* argv);

}  // namespace broadside::cli
