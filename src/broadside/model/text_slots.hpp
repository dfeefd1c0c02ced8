#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/model/dataset.hpp"

namespace broadside::model {

/// How a text is read: `Literal` as written, a `Unit` too, `Rich` with markup, `Url` a link's
/// target, `Metadata` not printed at all.
enum class TextForm { Literal, Unit, Rich, Url, Metadata };

/// One text of a dataset and the name that translations know it by.
struct TextSlot {
    std::string key;        // ids joined by slashes: "rows/xmpp/system/names/0"
    std::string short_key;  // where a cell is written as a bare word or list; else equal to `key`
    const Text* text;
    TextForm form = TextForm::Rich;
    bool translate = true;  // false: a name, a link's target or a credit, which may stay as it is
    bool is_required = false;  // it must say something
};

/// Which texts are meant: those that locales translate, by their keys, or those that records have a
/// say in, which are not their own defaults, but all addresses too. These have no keys.
enum class Texts { OfLocales, OfRecords };

/// Calls `visit` with every text that is set, in the order of a dataset file. Keys are made of ids
/// alone, never of positions (the names of one cell excepted), so that moving a row or a section
/// keeps its translation. Pointers hold until the dataset changes its shape.
void visit_texts(const Dataset& dataset, const std::function<void(const TextSlot&)>& visit,
                 Texts texts = Texts::OfLocales);

/// The same, and puts what `replacement` gives in the place of a text, which stays where that is
/// null. Names and tags that come to say nothing are gone, as are links without an address.
/// Datasets that share a text keep theirs.
void replace_texts(Dataset& dataset, const std::function<const Text*(const TextSlot&)>& replacement,
                   Texts texts = Texts::OfLocales);

/// The ids and words that a key is joined from.
std::vector<std::string> key_parts(std::string_view key);

/// Whether the text of this key is the address of a link.
bool is_link_target(std::string_view key);

}  // namespace broadside::model
