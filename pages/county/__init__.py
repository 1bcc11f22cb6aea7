"""县域总览: how the county stands, in one screen."""
