#pragma once

#include "broadside/base/content_hash.hpp"

namespace broadside::batch {

/// Stands for the program and its libraries: output of another program is never taken for its own.
Digest program_digest();

}  // namespace broadside::batch
