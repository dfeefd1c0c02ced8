#include <memory>

#include "broadside/load/load.hpp"
#include "broadside/load/symbol/svg_drawer.hpp"
#include "broadside/load/symbol/svg_tree.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

Result<DrawingRef> load_symbol(const SourceFile& source, std::string name) {
    Report report(source);
    Drawing drawing;
    drawing.name = std::move(name);
    if (check_readable(report)) {
        if (const auto root = read_svg_tree(report.text(), report))
            draw_svg(*root, drawing, report);
    }
    return std::move(report).result(
        DrawingRef(std::make_shared<const Drawing>(std::move(drawing))));
}

}  // namespace broadside::load
