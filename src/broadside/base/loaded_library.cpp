#include "broadside/base/loaded_library.hpp"

#include <dlfcn.h>

namespace broadside {

LoadedLibrary::LoadedLibrary(const char* name)
    : handle_(::dlopen(name, RTLD_NOW | RTLD_LOCAL)), is_complete_(handle_ != nullptr) {}

void* LoadedLibrary::address_of(const char* name) {
    void* address = handle_ == nullptr ? nullptr : ::dlsym(handle_, name);
    is_complete_ = is_complete_ && address != nullptr;
    return address;
}

}  // namespace broadside
