#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/base/font_manifest.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/job/sources.hpp"
#include "broadside/outputs/outputs.hpp"

/// What outputs are made from, as digests: of the program, of fonts, of everything else.
namespace broadside::batch {

/// The languages that have a say in an edition's pages, by tag: its own, or all where they share a
/// grid.
std::vector<const Language*> languages_of(const Sources& sources, const PlannedEdition& edition);

/// Stands for the program and its libraries: output of another program is never taken for its own.
Digest program_digest();

/// Digests of font files, each of which is read once, however many jobs of a build name it.
struct FontDigests {
    FileStore* files = nullptr;  // that is asked for facts of each before it is read; may be null
    std::unordered_map<std::string, Digest> digests;
};

/// Stands for the content of every font file and hyphenation dictionary of a manifest: a page may
/// change with one that it does not use now, because a character may be found there first.
Digest digest_of_fonts(const FontManifest& fonts, FontDigests& known);

/// Stands for one font file without reading all of it: an OpenType file starts with a directory
/// that holds a checksum of each of its tables (ISO/IEC 14496-22, 4.5). Equal for files that cannot
/// be read.
Digest font_file_digest(const std::string& path);

/// What outputs are made from, as digests: with the same one, the same bytes come out. Computed
/// before anything is set.
class InputDigests {
public:
    /// `sources` outlive the object. `attaches`: some formats hold the files that they are made
    /// from.
    InputDigests(const Sources& sources, const emit::Options& options, bool attaches,
                 FontDigests& known_fonts);

    Digest of_output(const PlannedEdition& edition, const emit::Format& format) const;

private:
    Digest of_format(const emit::Format& format) const;

    const Sources& sources_;
    emit::Options options_;
    bool attaches_;
    Digest program_;
    Digest fonts_;
    Digest dataset_;
    std::map<const LayoutSource*, Digest> layouts_;
    std::map<const Language*, Digest> languages_;
};

}  // namespace broadside::batch
