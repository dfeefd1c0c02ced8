#include "broadside/base/may_pass.hpp"

#include <cerrno>

#include "broadside/base/contains.hpp"

namespace broadside {

bool may_pass(const std::error_code& why) {
    constexpr int kPassing[] = {EAGAIN,   EBUSY,       EDQUOT, EHOSTDOWN, EIO,    EMFILE,
                                ENETDOWN, ENETUNREACH, ENFILE, ENOBUFS,   ENOLCK, ENOMEM,
                                ENOSPC,   EREMOTEIO,   ESTALE, ETIMEDOUT};
    return contains(kPassing, why.value());
}

}  // namespace broadside
