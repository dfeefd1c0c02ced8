#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/targets.hpp"

/// The program that libFuzzer drives: BROADSIDE_FUZZ_TARGET names what its inputs are.
namespace {

const broadside::fuzz::Target* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    const char* name = std::getenv("BROADSIDE_FUZZ_TARGET");
    chosen = broadside::fuzz::find_target(name == nullptr ? "" : name);
    if (chosen != nullptr) return 0;
    std::fputs("BROADSIDE_FUZZ_TARGET must be one of:", stderr);
    for (const auto& target : broadside::fuzz::targets())
        std::fprintf(stderr, " %s", target.name.data());
    std::fputs("\n", stderr);
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    chosen->run({reinterpret_cast<const char*>(data), size});
    return 0;
}
