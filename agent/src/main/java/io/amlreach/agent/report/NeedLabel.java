// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report;

/**
 * What a line of a log calls a need, so that no two needs of one host look alike.
 *
 * @param name host and port, or the line of a plain list, which has the protocol; escaped
 * @param row whose it is and of which row of the catalog: the id without what the name says; empty
 *     for a plain list, and when the name is the whole id; escaped
 */
public record NeedLabel(String name, String row) {
  /**
   * Of what is remembered of a need.
   *
   * @param subject host and port, or the pattern; may be empty
   * @param need its id
   * @param workspace empty for a plain list
   */
  public static NeedLabel of(String subject, String need, String workspace) {
    if (subject.isEmpty() || workspace.isEmpty()) {
      return new NeedLabel(Printable.of(need), "");
    }
    String end = "/" + subject;
    String id = need.endsWith(end) ? need.substring(0, need.length() - end.length()) : need;
    String row = id.startsWith(workspace) ? id : workspace + "/" + id;
    return new NeedLabel(Printable.of(subject), Printable.of(row));
  }

  /** {@code HOST:443 (WORKSPACE/ROW)}. */
  public String sentence() {
    return row.isEmpty() ? name : name + " (" + row + ")";
  }

  /** {@code HOST:443 [WORKSPACE/ROW]}, with the gap of a column. */
  String column() {
    return row.isEmpty() ? name : name + "  [" + row + "]";
  }
}
