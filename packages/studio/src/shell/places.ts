import {
  IconBinaryTree2,
  IconHammer,
  IconHandFinger,
  IconLayoutDashboard,
  IconListDetails,
  IconTargetArrow,
} from '@tabler/icons-react'

/** The pages of a system, in the order of the navigation. `demo`: only where breaking is allowed. */
export const places = [
  { to: '/systems/$system', label: 'Overview', Icon: IconLayoutDashboard, exact: true, demo: false },
  { to: '/systems/$system/map', label: 'Map', Icon: IconBinaryTree2, exact: false, demo: false },
  { to: '/systems/$system/goals', label: 'Goals', Icon: IconTargetArrow, exact: false, demo: false },
  { to: '/systems/$system/decisions', label: 'Decisions', Icon: IconListDetails, exact: false, demo: false },
  { to: '/systems/$system/try', label: 'Try it', Icon: IconHandFinger, exact: false, demo: false },
  { to: '/systems/$system/break', label: 'Break', Icon: IconHammer, exact: false, demo: true },
] as const
