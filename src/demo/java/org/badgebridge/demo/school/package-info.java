/** What happens at the campus: people, courses, activities, who completed what, the gradebook. */
@NullMarked
package org.badgebridge.demo.school;

import org.jspecify.annotations.NullMarked;
