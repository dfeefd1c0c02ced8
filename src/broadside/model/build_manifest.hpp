#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/base/decisions.hpp"
#include "broadside/base/sparse.hpp"
#include "broadside/base/translation.hpp"

/// What a build says about the files it wrote, in manifest.json: for people, for tools that publish
/// them, and for the next build, which leaves alone what would come out the same.
namespace broadside::model {

struct UsedFace {
    std::string family;
    std::string face;  // "bold", "regular italic"
    std::string file;  // its name without a folder, which differs from machine to machine
    auto operator<=>(const UsedFace&) const = default;
};

/// What a manifest says alike of many files.
struct OutputFacts {
    std::string dataset;  // its id
    std::string layout;
    std::string language;
    std::string format;
    std::size_t files = 1;  // that the output consists of
    std::size_t pages = 1;  // of the edition

    Decisions type;               // to three decimals
    std::vector<UsedFace> fonts;  // sorted
    TranslationCounts translation;
    std::vector<std::string> warnings;
    auto operator<=>(const OutputFacts&) const = default;
};

/// One file.
struct ManifestEntry {
    std::string path;  // seen from the manifest's folder; bytes, as names of files are
    Digest hash;       // of the bytes
    std::size_t bytes = 0;
    Sparse<OutputFacts> about;
    std::size_t page = 0;  // that this file shows; 0: all of them
    Digest inputs = {};    // of everything that the edition and this format are made from; 0: none
    std::string record = {};  // its key; empty: there is none
    bool operator==(const ManifestEntry&) const = default;
};

struct BuildManifest {
    std::vector<ManifestEntry> entries;  // sorted by path, each path once
};

}  // namespace broadside::model
