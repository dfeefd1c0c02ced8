#pragma once

#include "broadside/load/syntax/keys.hpp"

/// The keys of dataset files, as data/README.md describes them.
namespace broadside::load {

inline constexpr Key kDatasetKeyList[] = {{"$schema"},
                                          {"format", kRequired},
                                          {"id", kRequired},
                                          {"language", kRequired},
                                          {"digits"},
                                          {"title", kRequired},
                                          {"subtitle"},
                                          {"author"},
                                          {"description"},
                                          {"values"},
                                          {"columns", kRequired},
                                          {"spanners"},
                                          {"cells"},
                                          {"marks"},
                                          {"notes"},
                                          {"bands"},
                                          {"sections", kRequired},
                                          {"texts"},
                                          {"links"},
                                          {"imprint"}};
inline constexpr Key kVocabularyKeyList[] = {{"label"}, {"values", kRequired}};
inline constexpr Key kValueKeyList[] = {
    {"label", kRequired}, {"alt"}, {"text"}, {"symbol"}, {"tone"}};
inline constexpr Key kColumnKeyList[] = {
    {"id", kRequired}, {"kind", kRequired}, {"title", kRequired}, {"values"},
    {"merge"},         {"notes"},           {"sample"},           {"translate"}};
inline constexpr Key kSampleKeyList[] = {{"names", kRequired}, {"detail"}};
inline constexpr Key kSpannerKeyList[] = {{"title", kRequired}, {"columns", kRequired}};
inline constexpr Key kCellKeyList[] = {
    {"names"},   {"detail"},  {"text"},   {"value"},     {"ref"},     {"notes"},    {"merge"},
    {"rowspan"}, {"colspan"}, {"source"}, {"certainty"}, {"checked"}, {"translate"}};
inline constexpr Key kSharedCellKeyList[] = {{"text"},      {"value"},   {"notes"},    {"source"},
                                             {"certainty"}, {"checked"}, {"translate"}};
inline constexpr Key kNoteKeyList[] = {{"id", kRequired}, {"text", kRequired}};
inline constexpr Key kBandKeyList[] = {
    {"id", kRequired}, {"label", kRequired}, {"tone"}, {"symbol"}, {"when"}};
inline constexpr Key kSectionKeyList[] = {{"id", kRequired}, {"title"}, {"rows", kRequired}};
inline constexpr Key kRowKeyList[] = {
    {"id", kRequired}, {"band"}, {"source"}, {"certainty"}, {"checked"}};
inline constexpr Key kRowBandKeyList[] = {
    {"id", kRequired}, {"source"}, {"certainty"}, {"checked"}};
inline constexpr Key kLinkKeyList[] = {
    {"id", kRequired}, {"label", kRequired}, {"url", kRequired}, {"text"}};
inline constexpr Key kImprintKeyList[] = {
    {"publisher"}, {"source"}, {"licence"}, {"date"}, {"remark"}};

inline constexpr ObjectKeys kDatasetKeys{"", kDatasetKeyList};
inline constexpr ObjectKeys kVocabularyKeys{"vocabulary", kVocabularyKeyList};
inline constexpr ObjectKeys kValueKeys{"value", kValueKeyList};
inline constexpr ObjectKeys kColumnKeys{"column", kColumnKeyList};
inline constexpr ObjectKeys kSampleKeys{"sample", kSampleKeyList};
inline constexpr ObjectKeys kSpannerKeys{"spanner", kSpannerKeyList};
inline constexpr ObjectKeys kCellKeys{"cell", kCellKeyList};
inline constexpr ObjectKeys kSharedCellKeys{"shared_cell", kSharedCellKeyList};
inline constexpr ObjectKeys kNoteKeys{"note", kNoteKeyList};
inline constexpr ObjectKeys kBandKeys{"band", kBandKeyList};
inline constexpr ObjectKeys kSectionKeys{"section", kSectionKeyList};
inline constexpr ObjectKeys kRowKeys{"row", kRowKeyList};
inline constexpr ObjectKeys kRowBandKeys{"row_band", kRowBandKeyList};
inline constexpr ObjectKeys kLinkKeys{"link", kLinkKeyList};
inline constexpr ObjectKeys kImprintKeys{"imprint", kImprintKeyList};

inline constexpr ObjectKeys kDatasetObjects[] = {
    kDatasetKeys, kVocabularyKeys, kValueKeys,      kColumnKeys, kSampleKeys,
    kSpannerKeys, kCellKeys,       kSharedCellKeys, kNoteKeys,   kBandKeys,
    kSectionKeys, kRowKeys,        kRowBandKeys,    kLinkKeys,   kImprintKeys};

}  // namespace broadside::load
