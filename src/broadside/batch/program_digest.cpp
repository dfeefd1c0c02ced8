#include "broadside/batch/program_digest.hpp"

#include <cstring>
#include <string_view>

#include <elf.h>
#include <link.h>

#include "broadside/version.hpp"

namespace broadside::batch {

namespace {

constexpr std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

/// The linker's hash of everything it linked (ld's --build-id), so that a changed program counts as
/// another one before its version does. Empty where the linker was not asked for it.
std::string_view build_id(const dl_phdr_info& program) {
    for (std::size_t i = 0; i < program.dlpi_phnum; ++i) {
        const auto& header = program.dlpi_phdr[i];
        if (header.p_type != PT_NOTE) continue;
        // The loader tells addresses as numbers.
        // NOLINTNEXTLINE(performance-no-int-to-ptr)
        const auto* notes = reinterpret_cast<const char*>(program.dlpi_addr + header.p_vaddr);
        std::string_view rest(notes, header.p_memsz);
        ElfW(Nhdr) note;
        while (rest.size() >= sizeof note) {
            std::memcpy(&note, rest.data(), sizeof note);
            const std::size_t content = sizeof note + padded(note.n_namesz);
            const std::size_t end = content + padded(note.n_descsz);
            if (end > rest.size()) break;
            const bool is_gnu =
                rest.substr(sizeof note, note.n_namesz) == std::string_view("GNU\0", 4);
            if (is_gnu && note.n_type == NT_GNU_BUILD_ID)
                return rest.substr(content, note.n_descsz);
            rest.remove_prefix(end);
        }
    }
    return {};
}

/// The program is the first that is listed.
int add_first(dl_phdr_info* program, std::size_t, void* hash) {
    static_cast<ContentHash*>(hash)->add_text(build_id(*program));
    return 1;
}

}  // namespace

Digest program_digest() {
    ContentHash hash;
    hash.add_text(version_text());
    ::dl_iterate_phdr(add_first, &hash);
    return hash.digest();
}

}  // namespace broadside::batch
