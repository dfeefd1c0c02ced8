#pragma once

#include <map>
#include <string>
#include <string_view>

/// A small file that keeps PDF/UA-1 and PDF/A-3a, as objects that tests alter.
namespace broadside::conformance_test {

/// An object as it stands in a file; of a stream, its dictionary without /Length.
struct Source {
    std::string text;
    std::string stream = {};
    bool is_stream = false;
};

using Sources = std::map<int, Source>;

/// Two pages: headings, a table with spans, a picture, a list with a link, a note and its mark, an
/// attached file.
Sources good_sources();

enum class Packed { No, Yes };

/// The file of these objects, of which 1 is the catalogue and 10 the information dictionary.
/// Packed: what is no stream stands in an object stream, and streams are deflated.
std::string file_of(const Sources& sources, Packed packed = Packed::No);

/// `text` with `to` in place of the first `from`, which it must hold.
std::string replaced(std::string text, std::string_view from, std::string_view to);

/// A profile of RGB with the tags that ICC asks for.
std::string tiny_profile();

}  // namespace broadside::conformance_test
