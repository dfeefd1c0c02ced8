#pragma once

#include <string>
#include <unordered_map>

#include "broadside/base/content_hash.hpp"
#include "broadside/base/font_manifest.hpp"

namespace broadside::batch {

/// Digests of fonts, for which each file is read once, however many jobs of a build name it.
class FontDigests {
public:
    /// Stands for the content of every font file and hyphenation dictionary of a manifest: a page
    /// may change with one that it does not use now, because a character may be found there first.
    Digest of(const FontManifest& fonts);

private:
    Digest of_file(const std::string& path, Digest (*read)(const std::string&));

    std::unordered_map<std::string, Digest> files_;
};

/// Stands for one font file without reading all of it: an OpenType file starts with a directory
/// that holds a checksum of each of its tables (ISO/IEC 14496-22, 4.5). Equal for files that cannot
/// be read.
Digest font_file_digest(const std::string& path);

}  // namespace broadside::batch
