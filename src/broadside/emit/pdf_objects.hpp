#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/emit/emit.hpp"

namespace broadside::emit {

/// The objects of a PDF file as Cairo 1.16 writes it, with a plain cross-reference table, so that
/// what Cairo cannot say is added to them. What changes an object takes a number of one that is
/// there.
class PdfObjects {
public:
    /// Nothing when the file does not look as Cairo's do.
    static std::optional<PdfObjects> read(File file);

    int root() const { return root_; }
    int info() const { return info_; }

    /// Numbers of the page objects, first page first.
    std::vector<int> pages() const;

    /// Between `obj` and `endobj`. Empty when there is no such object.
    std::string body(int number) const;

    /// The object that `key` of a dictionary refers to; 0 when there is none.
    int reference(int number, std::string_view key) const;

    /// Puts `keys` at the front of a dictionary. Keys must not be there already.
    void add_keys(int number, std::string_view keys);

    /// `body` may hold a stream.
    void replace(int number, std::string_view body);

    /// Nothing may refer to it any longer.
    void remove(int number);

    /// Returns the new object's number.
    int add(std::string_view body);

    /// The file with the objects as they are now, in the order of their numbers.
    File finish() const;

private:
    /// From its number to `endobj`. Without one when the number is free.
    struct Extent {
        std::size_t begin = 0, end = 0;
    };

    std::string_view text(Extent extent) const;

    std::size_t header_bytes_ = 0;
    File file_;                    // as Cairo wrote it, and behind that the new objects
    std::vector<Extent> extents_;  // by object number
    int root_ = 0;
    int info_ = 0;
};

}  // namespace broadside::emit
