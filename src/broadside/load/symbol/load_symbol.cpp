#include <algorithm>
#include <cmath>
#include <exception>
#include <memory>
#include <new>
#include <vector>

#include <expat.h>
#include <fmt/format.h>

#include "broadside/base/excerpt.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/symbol/svg_paint.hpp"
#include "broadside/load/symbol/svg_shape.hpp"
#include "broadside/load/symbol/transform.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

namespace {

struct ParserDeleter {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserHandle = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

constexpr std::string_view kNamespace = "http://www.w3.org/2000/svg";

/// Sides of a view box, and how many times one may be the other: past these the drawing is a
/// mistake, and no format writes its numbers as they are meant.
constexpr double kSmallestSide = 1e-3, kLargestSide = 1e6;

/// How far out a shape may lie, in sides of the view box. What is outside is not drawn, but the
/// numbers count in all formats.
constexpr double kFarthest = 1000;

/// Where the parser stands in the text, which is of less than 2 GiB. The number has a new name
/// since Expat 2.9, and its old one is deprecated.
std::size_t byte_index(XML_Parser parser) {
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
    const auto index = XML_GetCurrentByteIndex64(parser);
#else
    const auto index = XML_GetCurrentByteIndex(parser);
#endif
    return index < 0 ? 0 : static_cast<std::size_t>(index);
}

struct ElementHint {
    std::string_view element;
    std::string_view hint;
};

constexpr ElementHint kElementHints[] = {{"style", "write presentation attributes: fill=\"…\""},
                                         {"text", "convert the text to paths"},
                                         {"use", "write the shape itself"},
                                         {"image", "symbols are vector drawings"},
                                         {"linearGradient", "use one flat colour"},
                                         {"radialGradient", "use one flat colour"},
                                         {"defs", "write the shapes themselves"}};

std::vector<std::string> element_hints(std::string_view element) {
    for (const ElementHint& known : kElementHints) {
        if (known.element == element) return {std::string(known.hint)};
    }
    return {"elements: svg, g, path, rect, circle, ellipse, line, polyline, polygon"};
}

bool is_ignored_element(std::string_view name) {
    return name == "title" || name == "desc" || name == "metadata";
}

bool is_root_attribute(std::string_view name) {
    return name == "viewBox" || name == "width" || name == "height" || name == "version" ||
           name == "xmlns" || name.substr(0, 6) == "xmlns:";
}

/// Every coordinate at most `limit`; numbers that are none are not.
bool is_within(double limit, const PathPoint& point) {
    return std::abs(point.x) <= limit && std::abs(point.y) <= limit;
}

bool is_within(double limit, const Path& path) {
    return std::all_of(path.begin(), path.end(), [limit](const PathSegment& segment) {
        if (const auto* cubic = std::get_if<CubicTo>(&segment)) {
            return is_within(limit, cubic->control1) && is_within(limit, cubic->control2) &&
                   is_within(limit, cubic->to);
        }
        if (const auto* line = std::get_if<LineTo>(&segment)) return is_within(limit, line->to);
        if (const auto* move = std::get_if<MoveTo>(&segment)) return is_within(limit, move->to);
        return true;
    });
}

bool is_side(double length) { return length >= kSmallestSide && length <= kLargestSide; }

/// Builds the drawing from expat's events and stops at the first thing outside the subset.
class SymbolReader {
public:
    SymbolReader(Report& report, std::string name) : report_(report) {
        drawing_.name = std::move(name);
    }

    /// Throws what a handler has thrown, and when memory is short.
    void read(std::string_view text) {
        parser_.reset(XML_ParserCreate("UTF-8"));
        if (!parser_) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(
            parser_.get(),
            [](void* user, const XML_Char* name, const XML_Char** pairs) {
                guarded(user, [&](SymbolReader& reader) {
                    SvgAttributes attributes;
                    for (; *pairs; pairs += 2) attributes.emplace(pairs[0], pairs[1]);
                    reader.start(name, attributes);
                });
            },
            [](void* user, const XML_Char*) {
                guarded(user, [](SymbolReader& reader) { reader.end(); });
            });
        XML_SetCharacterDataHandler(
            parser_.get(), [](void* user, const XML_Char* characters, int length) {
                guarded(user, [&](SymbolReader& reader) {
                    reader.text({characters, static_cast<std::size_t>(length)});
                });
            });
        // A document type can declare entities that grow without bound, or that name other files.
        XML_SetStartDoctypeDeclHandler(
            parser_.get(), [](void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
                guarded(user, [](SymbolReader& reader) {
                    reader.fail({"unsupported-doctype",
                                 "unsupported document type declaration",
                                 {"remove the line <!DOCTYPE …>"}});
                });
            });
        XML_SetProcessingInstructionHandler(
            parser_.get(), [](void* user, const XML_Char* target, const XML_Char*) {
                guarded(user, [&](SymbolReader& reader) {
                    reader.fail({"unsupported-instruction",
                                 fmt::format("unsupported processing instruction <?{}?>", target)});
                });
            });
        const auto status =
            XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), XML_TRUE);
        if (thrown_) std::rethrow_exception(thrown_);
        if (status != XML_STATUS_OK && !failed_) report_syntax();
    }

    Drawing take_drawing() { return std::move(drawing_); }

private:
    /// What an element hands down to its children.
    struct Level {
        SvgPaint paint;
        Transform transform;
    };

    /// Between a handler and its reader lie expat's C frames, which no exception may cross: it
    /// stops the parser and goes on behind them.
    template <typename Handle>
    static void guarded(void* user, Handle handle) noexcept {
        auto& reader = *static_cast<SymbolReader*>(user);
        // A parser that was told to stop still ends the element that it is in.
        if (reader.failed_ || reader.thrown_) return;
        try {
            handle(reader);
        } catch (...) {
            reader.thrown_ = std::current_exception();
            XML_StopParser(reader.parser_.get(), XML_FALSE);
        }
    }

    void start(std::string_view name, const SvgAttributes& attributes) {
        if (ignored_depth_ > 0 || (!levels_.empty() && is_ignored_element(name))) {
            ++ignored_depth_;
            return;
        }
        const bool is_shape = !shape_attributes(name).empty();
        if (levels_.empty()) {
            read_root(name, attributes);
        } else if (name != "g" && !is_shape) {
            return fail({"unsupported-element", fmt::format("unsupported element <{}>", name),
                         element_hints(name)});
        }
        if (levels_.size() >= limits::kMaxSymbolDepth) {
            return fail(
                {"too-deep", fmt::format("expected at most {} elements inside each other, got more",
                                         limits::kMaxSymbolDepth)});
        }
        if (failed_) return;
        Level level = levels_.empty() ? Level{} : levels_.back();
        apply_attributes(name, attributes, level);
        if (failed_) return;
        if (is_shape) read_shape(name, attributes, level);
        levels_.push_back(level);
    }

    void end() {
        if (ignored_depth_ > 0) {
            --ignored_depth_;
        } else {
            levels_.pop_back();
        }
    }

    void text(std::string_view characters) {
        if (ignored_depth_ > 0 || characters.find_first_not_of(" \t\r\n") == std::string_view::npos)
            return;
        fail({"unsupported-text",
              fmt::format("expected elements, got the text \"{}\"", excerpt(characters, 24)),
              element_hints("text")});
    }

    void read_root(std::string_view name, const SvgAttributes& attributes) {
        if (name != "svg") return fail({"not-svg", fmt::format("expected <svg>, got <{}>", name)});
        const auto name_space = attributes.find("xmlns");
        if (name_space != attributes.end() && name_space->second != kNamespace) {
            return fail({"not-svg", fmt::format("expected xmlns=\"{}\", got another", kNamespace)});
        }
        read_view_box(attributes);
    }

    void read_view_box(const SvgAttributes& attributes) {
        const auto view_box = attributes.find("viewBox");
        if (view_box == attributes.end())
            return fail({"missing-view-box", "missing attribute \"viewBox\" of <svg>"});
        const auto numbers = parse_number_list(view_box->second);
        const bool is_from_origin =
            numbers && numbers->size() == 4 && (*numbers)[0] == 0 && (*numbers)[1] == 0;
        if (!is_from_origin) {
            return fail({"bad-view-box",
                         fmt::format("expected a viewBox such as \"0 0 24 24\", got \"{}\"",
                                     excerpt(view_box->second, 40)),
                         {"a view box starts at 0 0: move the shapes with a transform"}});
        }
        const double width = (*numbers)[2], height = (*numbers)[3];
        const bool has_sides = is_side(width) && is_side(height) &&
                               width <= kMostAspectRatio * height &&
                               height <= kMostAspectRatio * width;
        if (!has_sides) {
            return fail(
                {"bad-view-box",
                 fmt::format("expected a viewBox with sides of {} to {}, and none over {} times "
                             "the other, got \"{}\"",
                             kSmallestSide, kLargestSide, kMostAspectRatio,
                             excerpt(view_box->second, 40))});
        }
        drawing_.width = width;
        drawing_.height = height;
    }

    void read_shape(std::string_view name, const SvgAttributes& attributes, const Level& level) {
        auto outline = shape_path(name, attributes);
        if (auto* problem = std::get_if<Problem>(&outline)) return fail(std::move(*problem));
        Shape shape;
        shape.path = transformed(std::get<Path>(outline), level.transform);
        const double farthest = kFarthest * std::max(drawing_.width, drawing_.height);
        if (!is_within(farthest, shape.path))
            return fail({"out-of-range", fmt::format("coordinates of <{}> are too large", name)});
        segments_ += shape.path.size();
        if (segments_ > limits::kMaxSymbolSegments) {
            return fail({"too-many", fmt::format("expected at most {} path segments, got more",
                                                 limits::kMaxSymbolSegments)});
        }
        const SvgPaint& paint = level.paint;
        if (paint.visibility == Visibility::Hidden) return;
        shape.fill_rule = paint.fill_rule;
        if (paint.fill_visibility == Visibility::Shown) shape.fill = paint.fill;
        if (paint.stroke_paint && paint.stroke_visibility == Visibility::Shown) {
            Stroke stroke = paint.stroke;
            stroke.paint = *paint.stroke_paint;
            stroke.width *= level.transform.scale();
            if (stroke.width > farthest) return fail({"out-of-range", "the stroke is too wide"});
            if (stroke.width > 0) shape.stroke = stroke;
        }
        if (!shape.path.empty() && (shape.fill || shape.stroke))
            drawing_.shapes.push_back(std::move(shape));
    }

    void apply_attributes(std::string_view name, const SvgAttributes& attributes, Level& level) {
        const auto own = shape_attributes(name);
        for (const auto& [key, value] : attributes) {
            if (is_presentation_attribute(key)) {
                if (auto problem = apply_presentation(level.paint, key, value))
                    return fail(std::move(*problem));
            } else if (key == "transform" && name != "svg") {
                const auto transform = parse_transform(value);
                if (!transform) {
                    return fail(
                        {"bad-attribute",
                         fmt::format("expected a transform list, got \"{}\"", excerpt(value, 40)),
                         {"functions: translate, scale, rotate, skewX, skewY, matrix"}});
                }
                level.transform = combined(level.transform, *transform);
                if (!leaves_area(level.transform)) {
                    return fail(
                        {"bad-attribute", fmt::format("expected a transform that leaves shapes a "
                                                      "width and a height, got \"{}\"",
                                                      excerpt(value, 40))});
                }
            } else if (key == "style") {
                return fail({"unsupported-attribute",
                             fmt::format("unsupported attribute \"style\" of <{}>", name),
                             {"write presentation attributes: fill=\"…\""}});
            } else if (key != "id" && std::find(own.begin(), own.end(), key) == own.end() &&
                       !(name == "svg" && is_root_attribute(key))) {
                return fail({"unsupported-attribute",
                             fmt::format("unsupported attribute \"{}\" of <{}>", key, name)});
            }
        }
    }

    void fail(Problem problem) {
        if (failed_) return;
        failed_ = true;
        report_.error_in_text(byte_index(parser_.get()), std::move(problem));
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    void report_syntax() {
        const XML_Error code = XML_GetErrorCode(parser_.get());
        if (code == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
        const std::string_view reason =
            code == XML_ERROR_NO_ELEMENTS ? "got no element" : XML_ErrorString(code);
        fail({"syntax-error", fmt::format("expected well-formed XML: {}", reason)});
    }

    Report& report_;
    Drawing drawing_;
    std::vector<Level> levels_;
    std::size_t ignored_depth_ = 0;
    std::size_t segments_ = 0;
    bool failed_ = false;
    std::exception_ptr thrown_;
    ParserHandle parser_;
};

}  // namespace

Result<DrawingRef> load_symbol(const SourceFile& source, std::string name) {
    Report report(source);
    if (!check_readable(report)) return std::move(report).result(DrawingRef());
    SymbolReader reader(report, std::move(name));
    reader.read(report.text());
    return std::move(report).result(
        DrawingRef(std::make_shared<const Drawing>(reader.take_drawing())));
}

}  // namespace broadside::load
