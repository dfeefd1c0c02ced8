#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/emit/pdf/table_cells.hpp"
#include "broadside/emit/pdf/writer.hpp"

namespace broadside::emit {

/// Numbers of the objects that a structure leads to.
struct PdfParts {
    std::vector<int> pages, links;
};

/// What a document says, in the order in which it is read, whatever is drawn first (PDF 1.7, 14.7
/// and 14.8): elements of the standard types, with marked content, links and other elements in
/// them.
class PdfStructure {
public:
    PdfStructure() { elements_.push_back({"Document", 0, {}, {}}); }

    PdfElement document() const { return 0; }

    /// `type` is a standard structure type, and lives as long as the program.
    PdfElement add(PdfElement parent, const char* type);

    const char* type(PdfElement element) const { return elements_[element].type; }
    void set_type(PdfElement element, const char* type) { elements_[element].type = type; }
    bool is_empty(PdfElement element) const { return elements_[element].kids.empty(); }

    /// One more for its dictionary: "/Alt (yes)".
    void add_entry(PdfElement element, std::string_view entry);

    /// `utf8` goes on what is read in place of the element's content (14.9.4).
    void add_actual_text(PdfElement element, std::string_view utf8);

    /// No other has that name.
    void set_name(PdfElement element, std::string name);

    /// What the element holds so far, a new one in it holds from now on.
    void wrap(PdfElement element, const char* type);

    /// It becomes the first of another one, under a type that may be new.
    void move(PdfElement element, PdfElement to, const char* type);

    /// The latest element in it that is of that type, if what it holds last is one.
    std::optional<PdfElement> last(PdfElement element, std::string_view type) const;

    /// The number of the element's next marked content on that page.
    std::size_t add_content(PdfElement element, std::size_t page);

    /// The annotation of that place among the links.
    void add_link(PdfElement element, std::size_t page, std::size_t link);

    /// The latest one of its parent, which says nothing, is forgotten.
    void remove(PdfElement element);

    PdfTableCells& cells() { return cells_; }

    /// Returns the number of the root. Pages have their places as keys in the parent tree, links
    /// follow.
    int write(PdfWriter& writer, const PdfParts& parts) const;

private:
    enum class KidKind : std::uint8_t { Element, Content, Link };

    struct Kid {
        KidKind kind = KidKind::Element;
        std::uint32_t number = 0;  // of the element, or on its page
        std::uint32_t page = 0;
    };

    struct Node {
        const char* type = nullptr;
        PdfElement parent = 0;
        std::vector<Kid> kids;
        std::string entries;
    };

    std::string dictionary(PdfElement element, int first, int root, const PdfParts& parts) const;
    int write_parents(PdfWriter& writer, int first, const PdfParts& parts) const;
    int write_names(PdfWriter& writer, int first) const;

    std::vector<Node> elements_;
    std::vector<std::vector<PdfElement>> contents_;  // by page: whose each marked content is
    std::map<std::size_t, PdfElement> links_;        // whose each annotation is
    std::map<PdfElement, std::string> actual_texts_, names_;
    PdfTableCells cells_;
};

}  // namespace broadside::emit
