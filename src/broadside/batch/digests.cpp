#include "broadside/batch/digests.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <initializer_list>
#include <set>
#include <string_view>

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <sys/stat.h>
#include <unistd.h>

#include "broadside/base/big_endian.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/editions/editions.hpp"
#include "broadside/files/system.hpp"
#include "broadside/text/font_files.hpp"
#include "broadside/version.hpp"

namespace broadside::batch {

namespace {

Digest digest_of_all(std::initializer_list<Digest> digests) {
    ContentHash hash;
    for (const Digest& digest : digests) hash.add_digest(digest);
    return hash.digest();
}

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

/// Of collections too: their directories follow each other at the start, and the largest of Noto
/// CJK takes 4 kB for ten faces.
constexpr std::size_t kDirectoryBytes = 16 << 10;

/// Dictionaries have no directory; the largest that Debian has are 3 MB.
Digest whole_file_digest(const std::string& path) {
    ContentHash hash;
    if (const auto bytes = text::read_named_file(path, limits::kMaxInputBytes).bytes)
        hash.add_text(*bytes);
    return hash.digest();
}

Digest layout_digest(const LayoutSource& layout) {
    ContentHash hash;
    hash.add_text(layout.input.file->bytes);
    // In the order in which the dataset names them, whatever folders they were found in.
    for (const ReadFile& symbol : layout.symbols.files) hash.add_digest(symbol.content);
    return hash.digest();
}

Digest dataset_digest(const Sources& sources) {
    ContentHash hash;
    hash.add_text(sources.dataset.file->bytes);
    // Whose values the records have is theirs in common.
    if (sources.records != nullptr) {
        for (const model::RecordColumn& column : sources.records->records.columns) {
            hash.add_number(column.field);
            hash.add_text(column.language);
        }
    }
    for (const ReadFile& picture : sources.pictures.files) hash.add_digest(picture.content);
    return hash.digest();
}

Digest language_digest(const Language& language) {
    ContentHash hash;
    hash.add_text(language.tag);
    for (const LocaleInput* locale : language.locales) {
        hash.add_text(locale->locale.language);
        hash.add_text(locale->file->bytes);
    }
    return hash.digest();
}

void add_record(const model::Record& record, ContentHash& hash) {
    hash.add_number(record.values.size());
    for (std::size_t i = 0; i < record.values.size(); ++i) hash.add_text(record.values[i]);
}

}  // namespace

std::vector<const Language*> languages_of(const Sources& sources, const PlannedEdition& edition) {
    if (!is_locked(*edition.layout)) return {edition.language};
    std::vector<const Language*> all;
    for (const Language& language : sources.languages.languages) all.push_back(&language);
    std::sort(all.begin(), all.end(),
              [](const Language* a, const Language* b) { return a->tag < b->tag; });
    return all;
}

Digest program_digest() {
    ContentHash hash;
    hash.add_text(version_text());
    ::dl_iterate_phdr(add_first, &hash);
    return hash.digest();
}

Digest font_file_digest(const std::string& path) {
    // A pipe would keep a reader waiting for whoever writes to it.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    ContentHash hash;
    struct stat status {};
    if (!file.ok() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return hash.digest();
    hash.add_number(static_cast<std::uint64_t>(status.st_size));
    std::array<char, kDirectoryBytes> start;
    const ssize_t count = ::pread(file.get(), start.data(), start.size(), 0);
    if (count > 0) hash.add_text({start.data(), static_cast<std::size_t>(count)});
    return hash.digest();
}

Digest digest_of_fonts(const FontManifest& fonts, FontDigests& known) {
    const auto of_file = [&known](const std::string& path, Digest (*read)(const std::string&)) {
        const auto [digest, is_new] = known.digests.try_emplace(path);
        if (is_new && known.files != nullptr) known.files->facts(path);
        if (is_new) digest->second = read(path);
        return digest->second;
    };
    ContentHash hash;
    std::set<std::string_view> seen;
    for (const FontFamily& family : fonts.families) {
        for (const FontFile& font : family.files) {
            if (seen.insert(font.file).second)
                hash.add_digest(of_file(font.file, font_file_digest));
        }
    }
    for (const auto& [language, patterns] : fonts.hyphenation)
        hash.add_digest(of_file(patterns.file, whole_file_digest));
    return hash.digest();
}

InputDigests::InputDigests(const Sources& sources, const emit::Options& options, bool attaches,
                           FontDigests& known_fonts)
    : sources_(sources),
      options_(options),
      attaches_(attaches),
      program_(program_digest()),
      fonts_(digest_of_all({digest_of(sources.fonts->file->bytes),
                            digest_of_fonts(sources.fonts->manifest, known_fonts)})),
      dataset_(dataset_digest(sources)) {
    for (const LayoutSource& layout : sources.layouts) layouts_[&layout] = layout_digest(layout);
    for (const Language& language : sources.languages.languages)
        languages_[&language] = language_digest(language);
}

Digest InputDigests::of_format(const emit::Format& format) const {
    const emit::OptionsRead& reads = format.reads;
    // All of them, so that nobody adds one that is forgotten here; what files lead to, and what is
    // attached to them, is made from what has digests of its own.
    const auto& [ppi, png_palette, png_background, svg_text, svg_theme, html, creation_time] =
        static_cast<const OutputOptions&>(options_);
    const PdfStandards& pdf_standards = options_.pdf_standards;
    ContentHash hash;
    hash.add_text(format.name);
    if (reads.pixels) {
        hash.add_real(ppi);
        hash.add_number(png_palette ? 1 : 0);
        hash.add_number(static_cast<std::uint64_t>(png_background));
    }
    if (reads.svg_text) hash.add_number(static_cast<std::uint64_t>(svg_text));
    if (reads.svg_theme) hash.add_number(static_cast<std::uint64_t>(svg_theme));
    if (reads.html) hash.add_number(static_cast<std::uint64_t>(html));
    if (reads.creation_time && creation_time)
        hash.add_number(static_cast<std::uint64_t>(*creation_time));
    if (reads.attachments) {
        hash.add_number(attaches_ ? 1 : 0);
        hash.add_number(pdf_standards.ua_1 ? 1 : 0);
        hash.add_number(static_cast<std::uint64_t>(pdf_standards.archive));
    }
    return hash.digest();
}

Digest InputDigests::of_output(const PlannedEdition& edition, const emit::Format& format) const {
    ContentHash records;
    for (const model::Record* record : records_of(sources_, edition)) {
        if (record != nullptr) add_record(*record, records);
    }
    ContentHash languages;
    for (const Language* language : languages_of(sources_, edition))
        languages.add_digest(languages_.at(language));
    return digest_of_all({program_, fonts_, dataset_, layouts_.at(edition.layout), records.digest(),
                          languages.digest(), languages_.at(edition.language), of_format(format)});
}

}  // namespace broadside::batch
