#pragma once

namespace broadside::layout {

/// What still holds after `steps` halvings of the stretch between `good`, which holds, and `bad`,
/// which does not.
template <typename Number, typename Holds>
Number bisected(Number good, Number bad, int steps, const Holds& holds) {
    for (int i = 0; i < steps; ++i) {
        const Number middle = (good + bad) / 2;
        (holds(middle) ? good : bad) = middle;
    }
    return good;
}

}  // namespace broadside::layout
