#include "broadside/job/descriptor.hpp"

#include <cerrno>

#include <unistd.h>

namespace broadside {

Descriptor::~Descriptor() {
    if (ok()) ::close(descriptor_);
}

void Descriptor::reset(int descriptor) {
    if (ok()) ::close(descriptor_);
    descriptor_ = descriptor;
}

void Descriptor::take(Descriptor& other) {
    reset(other.descriptor_);
    other.descriptor_ = -1;
}

bool Descriptor::close() {
    const int result = ::close(descriptor_);
    descriptor_ = -1;
    return result == 0;
}

std::error_code last_error() { return {errno, std::generic_category()}; }

}  // namespace broadside
