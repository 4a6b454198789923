package org.badgebridge.badgeclass;

/**
 * The picture of a theme: white on the theme's colour, drawn for badges in a square of 200 units.
 */
enum Pictogram {
  /** Three people, side by side. */
  COMMUNITY(
      "#a23b28",
      """
      <g fill="#fff"><circle cx="42" cy="78" r="22"/><circle cx="158" cy="78" r="22"/>\
      <path d="M4 160c0-32 14-52 38-52s38 20 38 52zM120 160c0-32 14-52 38-52s38 20 38 52z"/>\
      <g stroke="#a23b28" stroke-width="9"><circle cx="100" cy="62" r="32"/>\
      <path d="M42 176c0-48 20-76 58-76s58 28 58 76z" stroke-linejoin="round"/></g></g>"""),
  /** A screen that shows a shield with a tick. */
  DIGITAL_CITIZENSHIP(
      "#0b6270",
      """
      <g fill="none" stroke="#fff" stroke-width="12" stroke-linecap="round" stroke-linejoin="round">\
      <rect x="28" y="28" width="144" height="112" rx="12"/><path d="M8 166h184"/></g>\
      <path fill="#fff" d="M100 44l34 12v25c0 22-14 37-34 45-20-8-34-23-34-45V56z"/>\
      <path d="m83 84 13 13 22-25" fill="none" stroke="#0b6270" stroke-width="9"\
       stroke-linecap="round" stroke-linejoin="round"/>"""),
  /** A briefcase. */
  EMPLOYABILITY(
      "#7a4f00",
      """
      <path d="M68 60V46c0-9 7-16 16-16h32c9 0 16 7 16 16v14" fill="none" stroke="#fff"\
       stroke-width="13"/><rect x="16" y="58" width="168" height="118" rx="16" fill="#fff"/>\
      <path d="M16 108c50 20 118 20 168 0" fill="none" stroke="#7a4f00" stroke-width="9"/>\
      <rect x="85" y="106" width="30" height="34" rx="7" fill="#fff" stroke="#7a4f00"\
       stroke-width="9"/>"""),
  /** A globe with a flag on top. */
  GLOBAL_LEADERSHIP(
      "#2b6833",
      """
      <g fill="none" stroke="#fff" stroke-width="10"><circle cx="100" cy="124" r="66"/>\
      <ellipse cx="100" cy="124" rx="29" ry="66"/><path d="M34 124h132M43 92h114M43 156h114"/>\
      <path d="M100 62V8" stroke-linecap="round"/></g>\
      <path d="M100 6h58l-15 17 15 17h-58z" fill="#fff"/>"""),
  /** A person with open arms within a ring. */
  INCLUSION(
      "#6c388a",
      """
      <circle cx="100" cy="100" r="88" fill="none" stroke="#fff" stroke-width="12"/>\
      <circle cx="100" cy="52" r="17" fill="#fff"/>\
      <path d="M50 82c32 12 68 12 100 0M100 90v36l-26 42M100 126l26 42" fill="none" stroke="#fff"\
       stroke-width="15" stroke-linecap="round" stroke-linejoin="round"/>""");

  private final String colour;
  private final String drawing;

  Pictogram(String colour, String drawing) {
    this.colour = colour;
    this.drawing = drawing;
  }

  static Pictogram of(Theme theme) {
    return switch (theme) {
      case COMMUNITY -> COMMUNITY;
      case DIGITAL_CITIZENSHIP -> DIGITAL_CITIZENSHIP;
      case EMPLOYABILITY -> EMPLOYABILITY;
      case GLOBAL_LEADERSHIP -> GLOBAL_LEADERSHIP;
      case INCLUSION -> INCLUSION;
    };
  }

  /** The ground it stands on. */
  String colour() {
    return colour;
  }

  /** SVG elements, in a square of 200 units. */
  String drawing() {
    return drawing;
  }
}
