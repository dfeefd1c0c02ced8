#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "broadside/scene/scene.hpp"
#include "golden/poppler.hpp"
#include "support/passages.hpp"

/// What is drawn, in short.
namespace broadside::testing {

struct SceneCell {
    std::string row;  // its id, without "row-"
    std::size_t column = 0;
    std::vector<std::string> symbols;
    std::vector<std::string> notes;  // ids of the notes it calls
};

/// The box of a QR code, in pt.
struct SceneCode {
    std::size_t page = 0;
    double x = 0, y = 0, width = 0, height = 0;
};

struct ScenePages {
    std::vector<PageSize> sizes;
    std::vector<SceneCode> codes;
    std::vector<std::string> lines;
    std::vector<SceneCell> cells;      // in reading order
    std::vector<std::string> rows;     // ids of the rows with a name
    std::vector<std::string> figures;  // what they say
    std::string words;                 // of texts and figures, in their order
};

class SceneReader {
public:
    explicit SceneReader(const scene::Scene& scene) {
        for (const scene::Page& page : scene.pages) {
            read_.sizes.push_back({page.size.width.value, page.size.height.value});
            for (const scene::Op& op : page.ops) std::visit(*this, op);
        }
    }

    void operator()(const scene::BeginGroup& group) {
        const scene::Tag& tag = group.tag;
        ++depth_;
        if (tag.role == Role::Figure) {
            read_.figures.push_back(tag.label);
            read_.words += tag.label;
        }
        if (tag.role == Role::Row) row_ = replaced(tag.id, "row-", "");
        // What a covered slot says, the cell that covers it has said.
        if ((tag.role != Role::Cell && tag.role != Role::HeaderCell) || tag.covered) return;
        read_.cells.push_back({row_, tag.column, {}, {}});
        if (tag.scope == HeaderScope::Row) read_.rows.push_back(row_);
        cell_depth_ = depth_;
    }

    void operator()(const scene::EndGroup&) {
        if (depth_-- == cell_depth_) cell_depth_ = 0;
    }

    void operator()(const scene::DrawText& text) {
        for (const scene::Line& line : text.lines) {
            std::string& words = read_.lines.emplace_back();
            for (const LineRun& run : line.runs) {
                words += run.glyphs.utf8;
                read_.words += run.glyphs.utf8;
                if (!run.note.empty() && cell_depth_ > 0)
                    read_.cells.back().notes.push_back(*run.note.value);
            }
        }
    }

    void operator()(const scene::DrawSymbol& symbol) {
        const std::string name = symbol.drawing->name;
        if (symbol.drawing->image) return;
        if (cell_depth_ > 0) read_.cells.back().symbols.push_back(name);
        const auto& [x, y, width, height] = symbol.box;
        if (name.starts_with("qr-"))
            read_.codes.push_back(
                {read_.sizes.size() - 1, x.value, y.value, width.value, height.value});
    }

    void operator()(const scene::FillRect&) {}
    void operator()(const scene::StrokeLine&) {}

    ScenePages take() { return std::move(read_); }

private:
    ScenePages read_;
    std::string row_;
    std::size_t depth_ = 0, cell_depth_ = 0;  // of the cell that is open; 0: none
};

inline ScenePages read_scene(const scene::Scene& scene) { return SceneReader(scene).take(); }

}  // namespace broadside::testing
