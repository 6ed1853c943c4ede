/**
 * Where a case happens. Start at {@link org.cunjian.place.PlaceResolver}; {@link org.cunjian.place.Gazetteer} holds the
 * administrative units.
 *
 * <pre>{@code
 * PlaceReading reading = new PlaceResolver().resolve("石鼓区五一街道推行积分制", "近年来,建设村把积分用到每家每户。");
 * reading.places().get(0).place().chain(); // 湖南省/衡阳市/石鼓区/五一街道/建设村
 * }</pre>
 *
 * <p>Stages: names of the gazetteer in the text (NameScanner), what each one means (MentionSettler), villages by their last
 * characters (VillageFinder), weights and the main place (ArticlePlaces). Mentions are spans of the body, in UTF-16 units.
 * Words are in {@code place-words.txt}; the data comes from {@code src/main/data/gazetteer.mjs}.
 */
@NullMarked
package org.cunjian.place;

import org.jspecify.annotations.NullMarked;
