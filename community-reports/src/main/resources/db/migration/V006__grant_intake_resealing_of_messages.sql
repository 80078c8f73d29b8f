-- When a receipt is changed, what moderators wrote is sealed anew to the receipt that takes its place.
grant update (sealed) on message to ${intake};
