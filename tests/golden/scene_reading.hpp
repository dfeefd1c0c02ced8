#pragma once

#include <cstdio>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "golden/placed_reading.hpp"
#include "golden/plain_text.hpp"
#include "golden/poppler.hpp"

/// Reads the dump of the scene.
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
    std::vector<SceneCell> cells;   // in reading order
    std::vector<std::string> rows;  // ids of the rows with a name
};

/// The value of ` key=value` in a dump's line, or nothing.
inline std::string field(const std::string& line, const std::string& key) {
    const std::size_t at = line.rfind(" " + key + "=");
    if (at == std::string::npos) return {};
    std::istringstream value(line.substr(at + key.size() + 2));
    std::string word;
    value >> word;
    return word;
}

class SceneReader {
public:
    void read(const std::string& indented) {
        const std::string line = without_indent(indented);
        const std::size_t indent = indented.size() - line.size();
        PageSize size;
        if (std::sscanf(line.c_str(), "page %lfx%lf", &size.width, &size.height) == 2) {
            scene_.sizes.push_back(size);
        } else if (line.starts_with("begin row ")) {
            row_ = replaced(field(line, "id"), "row-", "");
        } else if (line.starts_with("begin cell ") || line.starts_with("begin header-cell ")) {
            // What a covered slot says, the cell that covers it has said.
            if (line.find(" covered") == std::string::npos) begin_cell(line, indent);
        } else if (line == "end" && indent == cell_indent_) {
            cell_indent_ = kNoCell;
        } else if (line.starts_with("text") || line.starts_with("more") || line.starts_with("+ ") ||
                   line.starts_with("| ")) {
            read_run(line);
        } else if (line.starts_with("symbol ")) {
            read_symbol(line);
        }
    }

    ScenePages take() { return std::move(scene_); }

private:
    static constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);

    void begin_cell(const std::string& line, std::size_t indent) {
        scene_.cells.push_back({row_, std::stoul(field(line, "col")), {}, {}});
        if (field(line, "scope") == "row") scene_.rows.push_back(row_);
        cell_indent_ = indent;
    }

    void read_symbol(const std::string& line) {
        std::string word, name;
        std::istringstream(line) >> word >> word >> word >> name;
        if (cell_indent_ != kNoCell) scene_.cells.back().symbols.push_back(name);
        SceneCode code{scene_.sizes.size() - 1};
        if (name.starts_with("qr-") && std::sscanf(line.c_str(), "symbol %lf,%lf %lfx%lf", &code.x,
                                                   &code.y, &code.width, &code.height) == 4)
            scene_.codes.push_back(code);
    }

    void read_run(const std::string& line) {
        if (!line.starts_with("+")) scene_.lines.emplace_back();
        scene_.lines.back() += unquoted(line);
        const std::string note = field(line, "note");
        if (!note.empty() && cell_indent_ != kNoCell) scene_.cells.back().notes.push_back(note);
    }

    ScenePages scene_;
    std::string row_;
    std::size_t cell_indent_ = kNoCell;
};

inline ScenePages read_scene(const std::string& dump) {
    SceneReader reader;
    for (const std::string& line : lines_of(dump)) reader.read(line);
    return reader.take();
}

}  // namespace broadside::testing
