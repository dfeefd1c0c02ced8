#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "broadside/load/symbol/svg_canvas.hpp"
#include "broadside/load/symbol/svg_rules.hpp"
#include "broadside/load/symbol/svg_tree.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// What an element of a file is drawn with: the others by their ids, and rules; and what is wrong
/// with it, each time once, whatever draws it again.
class SvgFile {
public:
    /// The report must outlive it.
    explicit SvgFile(Report& report) : report_(report) {}

    /// Reads the ids and rules of an element, which must outlive the file, and of all in it.
    void index(const SvgElement& element);

    /// What an element is in; null for the root.
    const SvgElement* parent(const SvgElement& element) const;

    const SvgIds& ids() const { return ids_; }
    const SvgRules& rules() const { return rules_; }
    SvgAttributes properties(const SvgElement& element) const {
        return rules_.properties(element.name, element.attributes);
    }

    /// An attribute of it, in units of the level; nothing where there is none, or it is wrong.
    std::optional<double> length(const SvgElement& element, std::string_view name, double whole);

    void apply_transform(const SvgElement& element, const SvgAttributes& properties,
                         SvgLevel& level);

    /// By the element's x and y.
    void move(const SvgElement& element, SvgLevel& level);

    /// Copies cost time by what they hold: together no more than the largest drawing in use.
    /// `more` is what one costs besides its attributes, in bytes.
    void count(const SvgElement& element, std::size_t more, const char* message);

    void fail(const SvgElement& element, Problem problem);

    /// Nothing below is drawn, where nobody knows the place of it.
    void misplace(const SvgElement& element, Problem problem, SvgLevel& level);

    /// Problems so far.
    std::size_t told() const { return told_.size(); }

    /// Whether there is too much, and nothing is looked at any further.
    bool is_stopped() const { return is_stopped_; }

private:
    Report& report_;
    SvgRules rules_;
    SvgIds ids_;
    std::map<const SvgElement*, const SvgElement*> parents_;
    std::size_t copied_ = 0;                              // bytes
    std::set<std::pair<std::size_t, std::string>> told_;  // places and messages
    bool is_stopped_ = false;
};

}  // namespace broadside::load
