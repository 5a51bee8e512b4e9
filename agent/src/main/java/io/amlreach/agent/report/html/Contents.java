// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

/** Links to the sections that a page has. */
public final class Contents {
  private final Markup page;

  private Contents(Markup page) {
    this.page = page;
  }

  /** Opens the list. */
  public static Contents begin(Markup page) {
    page.open("nav", "aria-label", "Sections").open("ul", "class", "sections");
    return new Contents(page);
  }

  /** One section, when it is there. */
  public Contents section(boolean there, String id, String title) {
    if (there) {
      page.open("li").element("a", title, "href", "#" + id).close("li");
    }
    return this;
  }

  /** Closes the list. */
  public void end() {
    page.close("ul").close("nav").line();
  }
}
