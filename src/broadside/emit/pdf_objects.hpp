#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/emit/emit.hpp"

namespace broadside::emit {

/// The objects of a PDF file as Cairo 1.16 writes it, with a plain cross-reference table, so that
/// what Cairo cannot say is added to them. Everything Cairo wrote stays where it is; changed
/// objects are written behind it.
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

    void replace(int number, std::string_view body);

    /// Returns the new object's number.
    int add(std::string_view body);

    /// The file with one new cross-reference table. Leaves this empty.
    File finish();

private:
    File file_;
    std::vector<std::size_t> offsets_;  // by object number; 0: free
    int root_ = 0;
    int info_ = 0;
};

}  // namespace broadside::emit
