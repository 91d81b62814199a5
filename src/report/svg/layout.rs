//! Where everything stands: boxes in columns from left to right, and arrows between them.
//!
//! Columns, the order in them and the way of long arrows past other boxes are the work of `layout-rs`. What has no
//! arrow stands below in rows. The curves are drawn here: level beside boxes, bent only between two columns, so that
//! no arrow crosses a box.

use std::collections::BTreeMap;

use layout::adt::dag::NodeHandle;
use layout::core::base::Orientation;
use layout::core::format::{ClipHandle, RenderBackend};
use layout::core::geometry::{Point, Position};
use layout::core::style::StyleAttr;
use layout::std_shapes::shapes::{Arrow, Element, ShapeKind};
use layout::topo::layout::VisualGraph;

/// Pixels between two boxes of a column.
const GAP: f64 = 20.0;
/// Boxes without arrows fill rows of the width that there is, or of so many pixels.
const ROW: f64 = 880.0;

/// Arrows may pass so many columns, all together: with more there is nothing to be seen between them, and finding their
/// ways takes seconds. The longest are left out.
const PASSAGES: usize = 150;

/// A box, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::report) struct Place {
    pub(in crate::report) left: f64,
    pub(in crate::report) top: f64,
    pub(in crate::report) width: f64,
    pub(in crate::report) height: f64,
}

/// A drawn arrow (nothing where it is left out), as the data of an SVG path, and where a word on it has room.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Curve {
    pub(super) path: String,
    pub(super) middle: (f64, f64),
}

/// A finished layout; its corner is at 0, 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Layout {
    pub(super) places: Vec<Place>,
    pub(super) curves: Vec<Curve>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Lays boxes of one width out, with arrows between them by position and so many pixels between two columns. An arrow
/// of a box to itself is not drawn.
pub(super) fn layout(width: f64, gap: f64, heights: &[f64], arrows: &[(usize, usize)]) -> Layout {
    let connected =
        |place: usize| arrows.iter().any(|(from, to)| from != to && (*from == place || *to == place));
    let mut layout = Layout {
        places: heights.iter().map(|height| Place { width, height: *height, ..Place::default() }).collect(),
        curves: vec![Curve::default(); arrows.len()],
        ..Layout::default()
    };
    let shown = short(heights.len(), arrows);
    graph(&mut layout, gap, arrows, &shown, &connected);
    let alone: Vec<usize> = (0..heights.len()).filter(|place| !connected(*place)).collect();
    rows(&mut layout, &alone);
    layout
}

/// Returns which arrows are drawn.
fn short(boxes: usize, arrows: &[(usize, usize)]) -> Vec<bool> {
    // The library takes no graph without boxes.
    if arrows.is_empty() {
        return Vec::new();
    }
    let mut graph = VisualGraph::new(Orientation::LeftToRight);
    let handles: Vec<_> = (0..boxes).map(|_| graph.add_node(element(&Place::default(), 0.0))).collect();
    connect(&mut graph, arrows, &|place| handles.get(place).copied(), &|_| true);
    graph.to_valid_dag();
    graph.dag.recompute_node_ranks();
    let column = |place: usize| handles.get(place).map_or(0, |handle| graph.dag.level(*handle));
    let mut lengths: Vec<(usize, usize)> = arrows
        .iter()
        .enumerate()
        .map(|(number, (from, to))| (column(*from).abs_diff(column(*to)).saturating_sub(1), number))
        .collect();
    lengths.sort_unstable();
    let mut shown = vec![true; arrows.len()];
    let mut passages = 0;
    for (length, number) in lengths {
        passages += length;
        if let Some(shown) = shown.get_mut(number) {
            *shown = passages <= PASSAGES;
        }
    }
    shown
}

/// Adds arrows to a graph, each with its number.
fn connect(
    graph: &mut VisualGraph,
    arrows: &[(usize, usize)],
    handle: &dyn Fn(usize) -> Option<NodeHandle>,
    shown: &dyn Fn(usize) -> bool,
) {
    for (number, (from, to)) in arrows.iter().enumerate().filter(|(number, _)| shown(*number)) {
        if let (Some(start), Some(end)) = (handle(*from), handle(*to))
            && from != to
        {
            let arrow = Arrow { properties: Some(number.to_string()), ..Arrow::simple("") };
            graph.add_edge(arrow, start, end);
        }
    }
}

/// Places what has arrows, and draws these.
fn graph(
    layout: &mut Layout,
    gap: f64,
    arrows: &[(usize, usize)],
    shown: &[bool],
    connected: &dyn Fn(usize) -> bool,
) {
    let mut graph = VisualGraph::new(Orientation::LeftToRight);
    let places = layout.places.iter().enumerate();
    let handles: Vec<_> =
        places.map(|(at, place)| connected(at).then(|| graph.add_node(element(place, gap)))).collect();
    if handles.iter().all(Option::is_none) {
        return;
    }
    let handle = |place: usize| handles.get(place).copied().flatten();
    connect(&mut graph, arrows, &handle, &|number| shown.get(number).copied().unwrap_or_default());
    let mut ways = Ways::default();
    graph.do_it(false, false, false, &mut ways);

    let mut corner = (f64::INFINITY, f64::INFINITY);
    for (place, handle) in layout.places.iter_mut().zip(handles) {
        let Some(handle) = handle else { continue };
        let (found, _) = graph.pos(handle).bbox(false);
        (place.left, place.top) = (found.x, found.y);
        corner = (corner.0.min(found.x), corner.1.min(found.y));
    }
    for way in &ways.found {
        corner.1 = way.past.iter().map(|point| point.1).fold(corner.1, f64::min);
    }
    for (_, place) in layout.places.iter_mut().enumerate().filter(|(at, _)| connected(*at)) {
        (place.left, place.top) = (place.left - corner.0, place.top - corner.1);
        layout.width = layout.width.max(place.left + place.width);
        layout.height = layout.height.max(place.top + place.height);
    }
    for way in &mut ways.found {
        for point in &mut way.past {
            *point = (point.0 - corner.0, point.1 - corner.1);
            layout.height = layout.height.max(point.1);
        }
    }
    draw(layout, arrows, &ways.found);
}

fn element(place: &Place, gap: f64) -> Element {
    let size = Point::new(place.width, place.height);
    Element {
        shape: ShapeKind::new_box(""),
        pos: Position::new(Point::zero(), size, Point::zero(), Point::new(gap, GAP)),
        look: StyleAttr::simple(),
        orientation: Orientation::LeftToRight,
        properties: None,
    }
}

/// Places boxes without arrows in rows below what is there.
fn rows(layout: &mut Layout, alone: &[usize]) {
    let widest = layout.places.iter().map(|place| place.width).fold(1.0, f64::max);
    let mut per_row = 1;
    while (per_row + 1) as f64 * (widest + GAP) <= layout.width.max(ROW) + GAP {
        per_row += 1;
    }
    for row in alone.chunks(per_row) {
        let mut left = 0.0;
        let top = if layout.height > 0.0 { layout.height + GAP } else { 0.0 };
        let mut bottom = top;
        for place in row {
            let Some(place) = layout.places.get_mut(*place) else { continue };
            (place.left, place.top) = (left, top);
            left += place.width + GAP;
            bottom = f64::max(bottom, top + place.height);
        }
        layout.width = layout.width.max(left - GAP);
        layout.height = bottom;
    }
}

/// Draws arrows. What leaves or enters a box shares its side evenly, in the order of where it comes from or goes to.
fn draw(layout: &mut Layout, arrows: &[(usize, usize)], ways: &[Way]) {
    let middle = |place: usize| layout.places.get(place).map_or(0.0, |place| place.top + place.height / 2.0);
    let mut sides: BTreeMap<(usize, bool), Vec<(f64, usize)>> = BTreeMap::new();
    for way in ways {
        let Some((from, to)) = arrows.get(way.arrow).copied() else { continue };
        let (left, right) = if way.backwards { (to, from) } else { (from, to) };
        let next = way.past.first().map_or_else(|| middle(right), |point| point.1);
        let last = way.past.last().map_or_else(|| middle(left), |point| point.1);
        sides.entry((left, true)).or_default().push((next, way.arrow));
        sides.entry((right, false)).or_default().push((last, way.arrow));
    }
    let mut ports: BTreeMap<(usize, bool), f64> = BTreeMap::new();
    for ((place, leaves), mut side) in sides {
        side.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let Some(place) = layout.places.get(place) else { continue };
        let share = place.height / (side.len() + 1) as f64;
        for (rank, (_, arrow)) in side.into_iter().enumerate() {
            ports.insert((arrow, leaves), place.top + share * (rank + 1) as f64);
        }
    }
    for way in ways {
        let Some((from, to)) = arrows.get(way.arrow).copied() else { continue };
        let (left, right) = if way.backwards { (to, from) } else { (from, to) };
        let (Some(left), Some(right)) = (layout.places.get(left), layout.places.get(right)) else { continue };
        let port = |leaves| ports.get(&(way.arrow, leaves)).copied().unwrap_or_default();
        let mut points = vec![(left.left + left.width, port(true))];
        for (x, y) in &way.past {
            // Level beside the boxes of the column, wherever in it the library turns.
            let column =
                layout.places.iter().find(|place| place.left <= *x && *x <= place.left + place.width);
            let start = column.map_or(x - left.width / 2.0, |place| place.left);
            points.extend([(start, *y), (start + left.width, *y)]);
        }
        points.push((right.left, port(false)));
        if way.backwards {
            points.reverse();
        }
        if let Some(curve) = layout.curves.get_mut(way.arrow) {
            *curve = curved(&points);
        }
    }
}

/// Returns the path through some points: bent between the first and the second, level to the third, and so on.
fn curved(points: &[(f64, f64)]) -> Curve {
    let mut path = String::new();
    for (number, pair) in points.windows(2).enumerate() {
        let [(x, y), (to_x, to_y)] = pair else { continue };
        if number == 0 {
            put!(path, "M{x:.1} {y:.1}");
        }
        if number % 2 == 0 {
            let half = f64::midpoint(*x, *to_x);
            put!(path, " C{half:.1} {y:.1} {half:.1} {to_y:.1} {to_x:.1} {to_y:.1}");
        } else {
            put!(path, " H{to_x:.1}");
        }
    }
    let middle = match points {
        [first, second, ..] => (f64::midpoint(first.0, second.0), f64::midpoint(first.1, second.1)),
        _ => (0.0, 0.0),
    };
    Curve { path, middle }
}

/// The way of an arrow from left to right.
struct Way {
    arrow: usize,
    /// Where it passes the columns between.
    past: Vec<(f64, f64)>,
    /// It goes from right to left: the library turns arrows round that close a circle.
    backwards: bool,
}

/// Takes the ways that the library finds.
#[derive(Default)]
struct Ways {
    found: Vec<Way>,
}

impl RenderBackend for Ways {
    fn draw_rect(
        &mut self,
        _corner: Point,
        _size: Point,
        _look: &StyleAttr,
        _properties: Option<String>,
        _clip: Option<ClipHandle>,
    ) {
    }

    fn draw_line(&mut self, _start: Point, _stop: Point, _look: &StyleAttr, _properties: Option<String>) {}

    fn draw_circle(&mut self, _middle: Point, _size: Point, _look: &StyleAttr, _properties: Option<String>) {}

    fn draw_text(&mut self, _middle: Point, _text: &str, _look: &StyleAttr) {}

    fn draw_arrow(
        &mut self,
        path: &[(Point, Point)],
        _dashed: bool,
        head: (bool, bool),
        _look: &StyleAttr,
        properties: Option<String>,
        _text: &str,
    ) {
        // The first entry is the point on the first box, the last one that on the last: between them are those where
        // the arrow passes a column, each with the control of a curve before it.
        let arrow = properties.and_then(|number| number.parse().ok());
        if let (Some(arrow), [_, between @ .., _]) = (arrow, path) {
            let past = between.iter().map(|(_, point)| (point.x, point.y)).collect();
            self.found.push(Way { arrow, past, backwards: head.0 && !head.1 });
        }
    }

    fn create_clip(&mut self, _corner: Point, _size: Point, _rounded: usize) -> ClipHandle {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::{Layout, PASSAGES, layout, short};
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

    const WIDTH: f64 = 200.0;

    fn overlap(one: f64, size: f64, other: f64, other_size: f64) -> bool {
        one < other + other_size && other < one + size
    }

    fn boxes_apart(layout: &Layout) -> bool {
        let places = &layout.places;
        places.iter().enumerate().all(|(at, one)| {
            places.iter().take(at).all(|other| {
                !(overlap(one.left, one.width, other.left, other.width)
                    && overlap(one.top, one.height, other.top, other.height))
            })
        })
    }

    fn graphs() -> impl Strategy<Value = (Vec<f64>, Vec<(usize, usize)>)> {
        proptest::collection::vec(40.0..90.0_f64, 0..40).prop_flat_map(|heights| {
            let places = 0..heights.len().max(1);
            let most = if heights.is_empty() { 1 } else { 60 };
            let arrows = proptest::collection::btree_set((places.clone(), places), 0..most);
            (proptest::strategy::Just(heights), arrows.prop_map(|arrows| arrows.into_iter().collect()))
        })
    }

    proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(60))]
        #[test]
        fn no_box_covers_another_and_all_is_within_the_picture((heights, arrows) in graphs()) {
            let layout = layout(WIDTH, 60.0, &heights, &arrows);
            prop_assert_eq!(layout.places.len(), heights.len());
            prop_assert_eq!(layout.curves.len(), arrows.len());
            prop_assert!(boxes_apart(&layout));
            for place in &layout.places {
                prop_assert!(place.left >= 0.0 && place.left + place.width <= layout.width + 0.1);
                prop_assert!(place.top >= 0.0 && place.top + place.height <= layout.height + 0.1);
            }
        }
    }

    #[test]
    fn an_arrow_goes_from_the_right_side_to_the_left_side_also_round_a_circle() {
        let layout = layout(WIDTH, 60.0, &[50.0, 50.0, 50.0], &[(0, 1), (1, 2), (2, 0), (1, 1)]);
        assert_eq!(layout.places.iter().map(|place| place.left).collect::<Vec<_>>(), [0.0, 260.0, 520.0]);
        assert!(layout.curves[0].path.starts_with("M200.0 ") && layout.curves[0].path.contains(" 260.0 "));
        assert!(layout.curves[2].path.starts_with("M520.0 "), "{}", layout.curves[2].path);
        assert_eq!(layout.curves[3].path, "");
    }

    #[test]
    fn a_thicket_loses_its_longest_arrows() {
        let chain = (0..59).map(|at| (at, at + 1));
        let skips = (0..50).map(|at| (at, at + 9));
        let arrows: Vec<(usize, usize)> = chain.chain(skips).collect();
        let shown = short(60, &arrows);
        assert!(shown.iter().take(59).all(|shown| *shown));
        let skips = shown.iter().skip(59).filter(|shown| **shown).count();
        assert_eq!(skips, PASSAGES / 8);
        assert_eq!(short(3, &[(0, 1), (1, 2), (0, 2)]), [true, true, true]);
    }
}
